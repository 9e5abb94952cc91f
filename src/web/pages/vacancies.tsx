export default function Stub() { return <div className="wrap"><h1>vacancies</h1></div> }
